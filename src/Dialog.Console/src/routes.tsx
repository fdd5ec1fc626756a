import type { RouteObject } from 'react-router';
import { BotFrame, BotHome, OwnersOnly } from './shell/BotFrame';
import { Crash, Lost } from './shell/Lost';
import { RequireUser } from './shell/RequireUser';
import { Root, Waiting } from './shell/Root';

const entrance = () => import('./session/EntrancePage');

/** Each page is a file of its own that is loaded when it is first looked at. */
export const routes: RouteObject[] = [{
  element: <Root />,
  hydrateFallbackElement: <Waiting />,
  errorElement: <Crash />,
  children: [
    { path: 'signin', lazy: async () => ({ Component: (await entrance()).SignInPage }) },
    { path: 'signup', lazy: async () => ({ Component: (await entrance()).SignUpPage }) },
    { path: 'join/:token', lazy: async () => ({ Component: (await import('./session/JoinPage')).JoinPage }) },
    {
      element: <RequireUser />,
      children: [
        { index: true, lazy: async () => ({ Component: (await import('./bots/BotsPage')).BotsPage }) },
        { path: 'account', lazy: async () => ({ Component: (await import('./settings/AccountPage')).AccountPage }) },
        { path: 'bots/new', lazy: async () => ({ Component: (await import('./bots/NewBotPage')).NewBotPage }) },
        {
          path: 'bots/:bot',
          element: <BotFrame />,
          children: [
            { index: true, element: <BotHome /> },
            { path: 'desk/:conversation?', lazy: async () => ({ Component: (await import('./desk/DeskPage')).DeskPage }) },
            {
              element: <OwnersOnly />,
              children: [
                { path: 'knowledge', lazy: async () => ({ Component: (await import('./knowledge/KnowledgePage')).KnowledgePage }) },
                { path: 'knowledge/add', lazy: async () => ({ Component: (await import('./knowledge/AddManyPage')).AddManyPage }) },
                { path: 'knowledge/feedback', lazy: async () => ({ Component: (await import('./knowledge/FeedbackPage')).FeedbackPage }) },
                { path: 'knowledge/not-for-us', lazy: async () => ({ Component: (await import('./knowledge/NegativesPage')).NegativesPage }) },
                { path: 'try', lazy: async () => ({ Component: (await import('./trying/TryPage')).TryPage }) },
                { path: 'install', lazy: async () => ({ Component: (await import('./install/InstallPage')).InstallPage }) },
                { path: 'messengers', lazy: async () => ({ Component: (await import('./messengers/MessengersPage')).MessengersPage }) },
                { path: 'team', lazy: async () => ({ Component: (await import('./team/TeamPage')).TeamPage }) },
                { path: 'settings', lazy: async () => ({ Component: (await import('./settings/SettingsPage')).SettingsPage }) },
              ],
            },
          ],
        },
        { path: '*', element: <Lost /> },
      ],
    },
  ],
}];
