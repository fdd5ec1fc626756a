import { useEffect } from 'react';
import { Navigate, useLocation } from 'react-router';
import { api } from '../api/client';
import type { User } from '../api/types';
import { Alerts } from '../desk/Alerts';
import { LiveDesk } from '../desk/DeskProvider';
import { useWords } from '../i18n';
import { useSession, useSessionChange } from '../session/session';
import { Shell } from './Shell';

/** The account follows the console, so that the hub's problems are said in the language that is read here. */
function useAccountLanguage(user: User | null): void {
  const { language } = useWords();
  const { speaks } = useSessionChange();
  const differs = user !== null && user.language !== language;
  useEffect(() => {
    if (differs) api.changeAccount({ language }).then(() => speaks(language), () => undefined);
  }, [differs, language, speaks]);
}

export function RequireUser() {
  const { user } = useSession();
  const { pathname } = useLocation();
  useAccountLanguage(user);
  if (!user) return <Navigate to="/signin" state={{ from: pathname }} replace />;
  return (
    <LiveDesk key={user.id}>
      <Alerts />
      <Shell />
    </LiveDesk>
  );
}
