import type { Agent, BotInfo, Mode } from '../../protocol/contract';
import { useSpeech } from '../language';
import { GoOn } from './GoOn';
import { Icon } from './Icon';

interface Props {
  bot: BotInfo | null;
  mode: Mode;
  agent: Agent | null;
  onLink: (channel: string) => Promise<string>;
  onClose: (() => void) | undefined;
}

export function Header({ bot, mode, agent, onLink, onClose }: Props) {
  const { strings } = useSpeech();
  const status = {
    bot: strings.automatic,
    waiting: strings.waiting,
    agent: strings.answering(agent?.name ?? ''),
    closed: strings.closed,
  }[mode];
  return (
    <header class="head">
      <span class="face" aria-hidden="true">
        {mode === 'agent' && agent ? initial(agent.name) : initial(bot?.name ?? '')}
      </span>
      <div class="title">
        <h1 dir="auto">{bot?.name ?? '…'}</h1>
        <p role="status">{bot ? status : strings.connecting}</p>
      </div>
      {bot?.channels?.length ? <GoOn channels={bot.channels} onLink={onLink} /> : null}
      {onClose && (
        <button type="button" class="plain" aria-label={strings.close} title={strings.close} onClick={onClose}>
          <Icon name="close" />
        </button>
      )}
    </header>
  );
}

const initial = (name: string): string => [...name.trim()][0]?.toLocaleUpperCase() ?? '';
