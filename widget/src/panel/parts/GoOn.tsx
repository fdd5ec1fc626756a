import { useState } from 'preact/hooks';
import type { Channel } from '../../protocol/contract';
import { useSpeech } from '../language';
import { Icon } from './Icon';

interface Props {
  channels: readonly Channel[];
  /** Gives a link that works once; fails when there is no connection. */
  onLink: (channel: string) => Promise<string>;
}

/** Carries the conversation into a messenger: links that work once, fetched when the visitor looks at them. */
export function GoOn({ channels, onLink }: Props) {
  const { strings } = useSpeech();
  const [links, setLinks] = useState<readonly string[] | 'failed'>([]);
  const look = (isOpen: boolean) => {
    setLinks([]);
    if (isOpen) Promise.all(channels.map(({ id }) => onLink(id))).then(setLinks, () => setLinks('failed'));
  };
  return (
    <details
      class="go-on"
      onToggle={({ currentTarget }) => look(currentTarget.open)}
      onFocusOut={({ currentTarget, relatedTarget }) => {
        if (relatedTarget instanceof Node && !currentTarget.contains(relatedTarget)) currentTarget.open = false;
      }}
    >
      <summary class="plain" aria-label={strings.goOn} title={strings.goOn}>
        <Icon name="phone" />
      </summary>
      <div class="messengers">
        <p role="status">{links === 'failed' ? strings.noLink : strings.goOnAdvice}</p>
        {channels.map(({ id, provider }, index) => {
          const href = links === 'failed' ? undefined : links[index];
          return (
            <a key={id} {...(href ? { href } : { 'aria-disabled': true })} target="_blank" rel="noopener noreferrer">
              {strings.messenger[provider]}
            </a>
          );
        })}
      </div>
    </details>
  );
}
