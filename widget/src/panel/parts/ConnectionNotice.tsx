import { useEffect, useState } from 'preact/hooks';
import type { ChatState } from '../../protocol/state';
import { useSpeech } from '../language';

/** A hiccup shorter than this is nobody's business. */
const worthTelling = 1500;

export function ConnectionNotice({ link }: { link: ChatState['link'] }) {
  const { strings } = useSpeech();
  const away = link === 'lost';
  const [told, setTold] = useState(false);
  useEffect(() => {
    if (!away) return setTold(false);
    const timer = setTimeout(() => setTold(true), worthTelling);
    return () => clearTimeout(timer);
  }, [away]);
  return (
    <p class="notice" role="status">
      {told && strings.lost}
    </p>
  );
}
