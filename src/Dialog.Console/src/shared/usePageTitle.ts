import { useEffect } from 'react';
import { useDesk } from '../desk/DeskProvider';
import { waitingCount } from '../desk/selectors';
import { useWords } from '../i18n';

/** The page's name in the tab, with the number of waiting visitors in front. */
export function usePageTitle(title: string): void {
  const { t } = useWords();
  const waiting = useDesk(waitingCount);
  useEffect(() => {
    const whole = `${title} · ${t.app.name}`;
    document.title = waiting > 0 ? t.app.titleCount(waiting, whole) : whole;
  }, [t, title, waiting]);
}
