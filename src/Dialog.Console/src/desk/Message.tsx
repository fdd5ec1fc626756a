import { Anchor, Box, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useWords } from '../i18n';
import { useUser } from '../session/session';
import { DeliveryNote } from './DeliveryNote';
import classes from './DeskPage.module.css';
import { useDesk, useDeskActions } from './DeskProvider';
import { EarlierTexts } from './EarlierTexts';
import { MatchNote } from './MatchNote';
import { SentFile } from './SentFile';
import type { Entry } from './timeline';

interface Props {
  bot: string;
  conversation: string;
  entry: Extract<Entry, { kind: 'message' }>;
  onUse: ((answer: string) => void) | null;
}

export function Message({ bot, conversation, entry, onUse }: Props) {
  const { t, f } = useWords();
  const user = useUser();
  const desk = useDeskActions();
  const { event, from, text, earlier } = entry;
  const [opened, { toggle }] = useDisclosure();
  const delivery = useDesk((state) => state.deliveries[conversation]?.[event.sequence]);
  const refusedChoices = entry.refused?.choices != null;
  const own = from === 'agent' && event.agentId === user.id;
  const who = own ? t.desk.you : from === 'agent' ? event.name ?? '' : from === 'bot' ? t.desk.bot : '';
  return (
    <Box style={{ display: 'flex', flexDirection: 'column', alignItems: from === 'visitor' ? 'flex-start' : 'flex-end', gap: 4 }}>
      <div className={classes.bubble} data-from={from}>
        {event.file && <SentFile bot={bot} file={event.file} />}
        {text && <Text dir="auto" ta="start" className="dialog-said">{text}</Text>}
        {event.choices && (
          <Box component="ul" my={4} ps="lg">
            {event.choices.map(({ id, title }) => <li key={id}><Text size="sm" dir="auto" ta="start">{title}</Text></li>)}
          </Box>
        )}
      </div>
      <Text size="xs" c="dimmed" component="div">
        {who && <><bdi>{who}</bdi>{t.app.and}</>}{f.time(new Date(event.at))}
        {event.chose && <>{t.app.and}{t.press.chosen}</>}
        {event.rejects && <>{t.app.and}{refusedChoices ? t.press.noneOfThese : t.press.refused}</>}
        {earlier.length > 0 && (
          <>
            {t.app.and}
            <Anchor component="button" type="button" size="xs" c="dimmed" td="underline" aria-expanded={opened} onClick={toggle}>{t.delivery.edited}</Anchor>
          </>
        )}
      </Text>
      {opened && <EarlierTexts texts={earlier} />}
      {delivery && <DeliveryNote delivery={delivery} onResend={onUse && (() => desk.resend(bot, conversation, event.sequence))} />}
      {from === 'visitor' && event.match && <MatchNote match={event.match} botSaid={entry.botSaid} onUse={onUse} />}
    </Box>
  );
}
