import { IconBrandTelegram, IconMessageCircleCheck } from '@tabler/icons-react';
import type { Provider } from '../api/types';

/** What differs between the messengers, for people who connect one. */
export const providers = {
  telegram: {
    Icon: IconBrandTelegram,
    color: 'blue',
    father: '@BotFather',
    fatherLink: 'https://t.me/BotFather',
    baseAddress: 'https://api.telegram.org',
    fileAddress: 'https://api.telegram.org/file',
  },
  bale: {
    Icon: IconMessageCircleCheck,
    color: 'teal',
    father: '@botfather',
    fatherLink: 'https://ble.ir/botfather',
    baseAddress: 'https://tapi.bale.ai',
    fileAddress: 'https://tapi.bale.ai/file',
  },
} as const satisfies Record<Provider, object>;

export const providerOrder: readonly Provider[] = ['telegram', 'bale'];
