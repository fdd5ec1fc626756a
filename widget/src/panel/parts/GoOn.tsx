import { useEffect, useRef, useState } from 'preact/hooks';
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
  const menu = useRef<HTMLDetailsElement>(null);
  const close = () => {
    if (menu.current) menu.current.open = false;
  };
  useEffect(() => {
    const onPointer = ({ target }: Event) => target instanceof Node && !menu.current?.contains(target) && close();
    addEventListener('pointerdown', onPointer);
    return () => removeEventListener('pointerdown', onPointer);
  }, []);
  const look = (isOpen: boolean) => {
    setLinks([]);
    if (isOpen) Promise.all(channels.map(({ id }) => onLink(id))).then(setLinks, () => setLinks('failed'));
  };
  return (
    <details
      ref={menu}
      class="go-on"
      onToggle={({ currentTarget }) => look(currentTarget.open)}
      onFocusOut={({ currentTarget, relatedTarget }) => relatedTarget instanceof Node && !currentTarget.contains(relatedTarget) && close()}
    >
      <summary class="plain" aria-label={strings.goOn} title={strings.goOn}>
        <Icon name="phone" />
      </summary>
      <div class="messengers">
        <p role="status">{links === 'failed' ? strings.noLink : strings.goOnAdvice}</p>
        {channels.map(({ id, provider }, index) => {
          const href = links === 'failed' ? undefined : links[index];
          return (
            <a key={id} {...(href ? { href } : { 'aria-disabled': true })} target="_blank" rel="noopener noreferrer" onClick={close}>
              {strings.messenger[provider]}
            </a>
          );
        })}
      </div>
    </details>
  );
}
