import type { Agent, Mode, VisitorEvent } from './contract';

interface Standing {
  mode: Mode;
  agent: Agent | null;
}

/** Where a conversation stands after these events. */
export function foldMode({ mode, agent }: Standing, events: readonly VisitorEvent[]): Standing {
  return events.reduce<Standing>(step, { mode, agent });
}

function step(standing: Standing, event: VisitorEvent): Standing {
  switch (event.kind) {
    case 'handoff':
      return { mode: 'waiting', agent: null };
    case 'taken':
      return { mode: 'agent', agent: { name: event.name ?? '' } };
    case 'returned':
      return { mode: 'bot', agent: null };
    case 'closed':
      return { mode: 'closed', agent: null };
    case 'message':
      return standing.mode === 'closed' && event.from === 'visitor' ? { mode: 'bot', agent: null } : standing;
    default:
      // Hidden, or of a kind that came into the world after this script.
      return standing;
  }
}
