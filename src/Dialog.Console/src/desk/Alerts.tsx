import { useEffect } from 'react';
import { useNavigate } from 'react-router';
import { useWords } from '../i18n';
import { useSession, useUser } from '../session/session';
import { useDeskActions } from './DeskProvider';
import { newsBetween } from './news';
import { sound } from './sound';
import type { DeskItem } from './types';

/** On every page: the sound, and the browser's notification where it was allowed and the page is not looked at. */
export function Alerts() {
  const { t } = useWords();
  const user = useUser();
  const { bots } = useSession();
  const { store } = useDeskActions();
  const navigate = useNavigate();

  useEffect(() => {
    const gestures = ['pointerdown', 'keydown'] as const;
    gestures.forEach((gesture) => window.addEventListener(gesture, sound.unlock));
    return () => gestures.forEach((gesture) => window.removeEventListener(gesture, sound.unlock));
  }, []);

  useEffect(() => {
    const notify = (item: DeskItem) => {
      if (typeof Notification === 'undefined' || Notification.permission !== 'granted' || !document.hidden) return;
      const bot = bots.find(({ id }) => id === item.bot)?.name ?? '';
      const note = new Notification(t.desk.notifyTitle(bot), { body: item.preview, tag: item.id });
      note.onclick = () => {
        window.focus();
        note.close();
        void navigate(`/bots/${item.bot}/desk/${item.id}`);
      };
    };
    let before = store.get();
    return store.subscribe(() => {
      const after = store.get();
      const { waiting, wrote } = newsBetween(before, after, user.id);
      before = after;
      if (waiting.length > 0) sound.play('waiting');
      else if (wrote.length > 0) sound.play('message');
      waiting.forEach(notify);
    });
  }, [store, user.id, bots, t, navigate]);
  return null;
}
