import { storage } from '../shared/storage';

const key = 'dialog.sound';
const notes = { waiting: [659.25, 880], message: [783.99] } as const;
export type Tone = keyof typeof notes;

/** Short tones made on the spot. Browsers only allow them after the first gesture on the page. */
export class Sound {
  private context: AudioContext | null = null;
  private listeners = new Set<() => void>();
  on = storage.get(key) !== 'off';

  get locked(): boolean {
    return this.context?.state !== 'running';
  }

  /** Call on a gesture. */
  unlock = (): void => {
    if (typeof AudioContext === 'undefined') return;
    this.context ??= new AudioContext();
    if (this.context.state === 'running') return;
    void this.context.resume().then(this.tell, () => undefined);
  };

  set(on: boolean): void {
    this.on = on;
    storage.set(key, on ? '' : 'off');
    this.tell();
    if (on) this.play('message');
  }

  play(tone: Tone): void {
    if (!this.on || !this.context || this.locked) return;
    notes[tone].forEach((pitch, index) => this.note(this.context!, pitch, index * 0.16));
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  private note(context: AudioContext, pitch: number, after: number): void {
    const start = context.currentTime + after;
    const volume = context.createGain();
    volume.gain.setValueAtTime(0, start);
    volume.gain.linearRampToValueAtTime(0.18, start + 0.02);
    volume.gain.exponentialRampToValueAtTime(0.001, start + 0.45);
    volume.connect(context.destination);
    const tone = context.createOscillator();
    tone.frequency.value = pitch;
    tone.connect(volume);
    tone.start(start);
    tone.stop(start + 0.5);
  }

  private tell = (): void => this.listeners.forEach((listener) => listener());
}

export const sound = new Sound();
