import type { ComponentChildren } from 'preact';
import type { AttachedFile, Sender } from '../../protocol/contract';
import { useSpeech } from '../language';
import { findLinks } from '../links';
import { FileLink } from './FileLink';

interface Props {
  from: Sender;
  name: string;
  text: string;
  file?: AttachedFile | undefined;
  joined: boolean;
  /** What stands under the bubble: the time, or how its delivery goes. */
  children?: ComponentChildren;
}

export function MessageBubble({ from, name, text, file, joined, children }: Props) {
  const { strings } = useSpeech();
  return (
    <article class={`message ${from}${joined ? ' joined' : ''}`}>
      {from === 'agent' && !joined ? (
        <p class="name">
          <bdi>{name}</bdi>
        </p>
      ) : (
        <p class="unseen">{from === 'visitor' ? strings.you : strings.said(name)}</p>
      )}
      {/* The words find their own direction; the bubble keeps the page's. */}
      <div class="bubble">
        {file && <FileLink file={file} />}
        {text !== file?.name && (
          <div class="words" dir="auto">
            {findLinks(text).map((piece) =>
              piece.href ? (
                <a href={piece.href} dir="ltr" target="_blank" rel="noopener noreferrer nofollow">
                  {piece.text}
                </a>
              ) : (
                piece.text
              ),
            )}
          </div>
        )}
      </div>
      {children}
    </article>
  );
}
