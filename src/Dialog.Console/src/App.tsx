import { DirectionProvider, MantineProvider, useDirection } from '@mantine/core';
import { ModalsProvider } from '@mantine/modals';
import { Notifications } from '@mantine/notifications';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useLayoutEffect, useMemo, useState } from 'react';
import { asProblem } from './api/problem';
import { useWords, WordsProvider } from './i18n';
import { readable, themeFor } from './theme';

const newQueries = () => new QueryClient({
  defaultOptions: {
    queries: {
      // Failures are shown in words at once where trying again would not help.
      retry: (failures, error) => failures < 2 && asProblem(error).type === 'console:offline',
      networkMode: 'always',
      staleTime: 5_000,
    },
    mutations: { networkMode: 'always', retry: false },
  },
});

export function App({ children }: { children: ReactNode }) {
  const [queries] = useState(newQueries);
  return (
    <WordsProvider>
      <QueryClientProvider client={queries}>
        <DirectionProvider detectDirection>
          <Look>{children}</Look>
        </DirectionProvider>
      </QueryClientProvider>
    </WordsProvider>
  );
}

function Look({ children }: { children: ReactNode }) {
  const { language, t } = useWords();
  const { setDirection } = useDirection();
  const theme = useMemo(() => themeFor(language, t), [language, t]);
  useLayoutEffect(() => setDirection(language === 'fa' ? 'rtl' : 'ltr'), [language]);
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto" cssVariablesResolver={readable}>
      <ModalsProvider labels={{ confirm: t.app.save, cancel: t.app.cancel }}>
        <Notifications position="top-center" autoClose={3_000} />
        {children}
      </ModalsProvider>
    </MantineProvider>
  );
}
