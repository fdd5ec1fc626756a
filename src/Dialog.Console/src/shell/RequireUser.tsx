import { Navigate, useLocation } from 'react-router';
import { LiveDesk } from '../desk/DeskProvider';
import { Alerts } from '../desk/Alerts';
import { useSession } from '../session/session';
import { Shell } from './Shell';

export function RequireUser() {
  const { user } = useSession();
  const { pathname } = useLocation();
  if (!user) return <Navigate to="/signin" state={{ from: pathname }} replace />;
  return (
    <LiveDesk key={user.id}>
      <Alerts />
      <Shell />
    </LiveDesk>
  );
}
