import { formatFor } from './format';

const n = formatFor('en').number;

/** What visitors press, what owners learn from it, and what is not for the bot. */
export const feedbackTexts = {
  press: {
    asksBack: 'The bot asks which of two is meant',
    asksBackText: 'It is sure of neither alone. The visitor chooses, or says “None of these” and gets an agent.',
    offered: 'What it offers',
    botTorn: 'The bot wavered between two; its first',
    chosen: 'chosen from what the bot offered',
    refused: 'refused the bot’s answer',
    noneOfThese: 'refused what the bot offered',
  },
  feedback: {
    tabs: { known: 'Questions', feedback: 'Feedback', negatives: 'Not for us' },
    waiting: (count: number) => `${n(count)} to look at`,
    text: 'What visitors pressed under the bot’s messages. It learns nothing from them until you say so.',
    emptyTitle: 'Nothing to look at',
    emptyText: 'When a visitor refuses an answer, or chooses what was meant, it appears here for you to teach the bot from.',
    rejected: (title: string) => `The answer to “${title}” was not what was asked`,
    chosen: (title: string) => `When the bot asked, “${title}” was chosen`,
    none: 'When the bot asked, none of what it offered was meant',
    deleted: 'a deleted answer',
    times: (count: number) => `${n(count)} times`,
    conversation: 'See the conversation',
    addExample: 'Add as an example',
    belongs: 'Belongs to…',
    belongsElsewhere: 'Belongs elsewhere…',
    notForUs: 'Not for us',
    dismiss: 'Dismiss',
  },
  negatives: {
    emptyTitle: 'No message is “not for us” yet',
    emptyText: 'What visitors write but your bot should never answer by itself: it learns from these to stay unsure and to ask an agent.',
    add: 'Messages that are not for the bot',
    hint: 'One message on each line, as a visitor would write it.',
    addButton: 'Add',
    remove: (text: string) => `Remove “${text}”`,
  },
};
