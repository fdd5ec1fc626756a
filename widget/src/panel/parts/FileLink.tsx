import type { AttachedFile } from '../../protocol/contract';
import { useSpeech } from '../language';
import { sizeIn } from '../size';
import { Icon } from './Icon';

/** A picture is shown, anything else named with its size; both open apart from the chat. */
export function FileLink({ file }: { file: AttachedFile }) {
  const { language, strings } = useSpeech();
  const address = new URL(`../files/${encodeURIComponent(file.id)}`, location.href).href;
  return (
    <a class={file.isImage ? 'file picture' : 'file'} href={address} target="_blank" rel="noopener noreferrer">
      {file.isImage ? (
        <img src={address} alt={strings.picture(file.name)} loading="lazy" />
      ) : (
        <>
          <Icon name="file" />
          <bdi>{file.name}</bdi>
          <small>{sizeIn(language, file.size)}</small>
        </>
      )}
    </a>
  );
}
