import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { ChatClient } from '../protocol/client';
import type { Memory } from '../protocol/memory';
import { directionOf } from '../strings';
import type { Host } from './host';
import { SpeechProvider, speak } from './language';
import { Barred } from './parts/Barred';
import { Composer } from './parts/Composer';
import { ConnectionNotice } from './parts/ConnectionNotice';
import { Header } from './parts/Header';
import { Log } from './parts/Log';
import { PersonButton } from './parts/PersonButton';
import { useStore } from './useStore';

interface Props {
  client: ChatClient;
  host: Host;
  memory: Memory;
  hasBot: boolean;
}

export function App({ client, host, memory, hasBot }: Props) {
  const state = useStore(client.store);
  const { shown, focused, locale } = useStore(host.store);
  const language = locale ?? state.bot?.language ?? 'en';
  const speech = useMemo(() => speak(language), [language]);
  const { strings } = speech;
  const composer = useRef<HTMLTextAreaElement>(null);
  const [draft, setDraft] = useState(memory.draft);

  useLayoutEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.dir = directionOf(language);
  }, [language]);
  useEffect(() => {
    if (state.bot) document.title = state.bot.name;
  }, [state.bot]);
  useEffect(() => {
    if (focused > 0) composer.current?.focus();
  }, [focused]);
  useEffect(() => {
    if (!host.framed) return;
    const onKey = (event: KeyboardEvent) => event.key === 'Escape' && !event.isComposing && host.close();
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [host]);
  useSeen(client, shown, state.events);

  const write = (text: string) => setDraft((memory.draft = text));
  // What was pressed goes away; the focus must not go with it.
  const toComposer = () => composer.current?.focus();
  const edit = (id: string) => {
    const text = client.take(id);
    write(draft.trim() ? `${draft.trimEnd()}\n${text}` : text);
    toComposer();
  };
  const askForPerson = () => {
    client.askForPerson();
    toComposer();
  };
  const send = () => {
    client.send(draft);
    write('');
  };

  const problem = hasBot ? state.problem : { title: strings.noBot, detail: strings.noBotAdvice };
  return (
    <SpeechProvider value={speech}>
      <Header
        bot={state.bot}
        mode={state.mode}
        agent={state.agent}
        onLink={(channel) => client.link(channel)}
        onClose={host.framed ? host.close : undefined}
      />
      <main class="body">
        {problem ? (
          <Barred title={problem.title} detail={problem.detail} />
        ) : (
          <>
            <ConnectionNotice link={state.link} />
            <Log state={state} client={client} shown={shown} onEdit={edit} onSettled={toComposer} />
            <footer class="foot">
              <PersonButton mode={state.mode} outbox={state.outbox} onAsk={askForPerson} />
              <Composer
                field={composer}
                value={draft}
                shown={shown}
                onWrite={write}
                onType={() => client.typing()}
                onSend={send}
              />
            </footer>
          </>
        )}
      </main>
    </SpeechProvider>
  );
}

/** Seen is what was there while the panel was open in a tab somebody looks at. */
function useSeen(client: ChatClient, shown: boolean, events: unknown): void {
  useEffect(() => {
    const look = () => shown && !document.hidden && client.seen();
    look();
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, [client, shown, events]);
}
