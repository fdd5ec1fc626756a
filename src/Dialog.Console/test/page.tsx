import { render } from '@testing-library/react';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { vi } from 'vitest';
import { App } from '../src/App';
import { chooseLanguage } from '../src/i18n/language';
import { routes } from '../src/routes';
import type { FakeServer } from './server';

/** The whole console at an address, with a server in memory. */
export function openPage(path: string, server: FakeServer, language: 'fa' | 'en' = 'en') {
  chooseLanguage(language);
  vi.stubGlobal('fetch', server.fetch);
  const router = createMemoryRouter(routes, { initialEntries: [path] });
  return { router, ...render(<App><RouterProvider router={router} /></App>) };
}
