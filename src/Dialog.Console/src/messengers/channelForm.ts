import { asProblem } from '../api/problem';
import type { Channel, ChannelAddresses } from '../api/types';

export type AddressValues = Required<ChannelAddresses>;
export type ChannelField = 'token' | keyof AddressValues;

const fields = ['baseAddress', 'fileAddress', 'proxy'] as const;

/** The proxy never comes back from the server, so its field begins empty. */
export const addressesOf = (channel?: Channel): AddressValues =>
  ({ baseAddress: channel?.baseAddress ?? '', fileAddress: channel?.fileAddress ?? '', proxy: '' });

const pick = (values: AddressValues, wanted: (field: keyof AddressValues) => boolean): ChannelAddresses =>
  Object.fromEntries(fields.filter(wanted).map((field) => [field, values[field].trim()]));

/** For connecting: what was filled in. */
export const givenAddresses = (values: AddressValues) => pick(values, (field) => values[field].trim() !== '');

/** For changing: what is different now. An emptied address clears it; a proxy left empty stays. */
export const changedAddresses = (channel: Channel, values: AddressValues) =>
  pick(values, (field) => values[field].trim() !== (field === 'proxy' ? '' : channel[field] ?? ''));

const places: Record<string, ChannelField | 'addresses'> = {
  'dialog:bad-token': 'token',
  'dialog:token-refused': 'token',
  'dialog:account-taken': 'token',
  'dialog:other-account': 'token',
  'dialog:bad-proxy': 'proxy',
  'dialog:messenger-unreachable': 'addresses',
  'dialog:messenger-private-address': 'addresses',
  'dialog:not-a-messenger': 'addresses',
};

const isAddress = (text: string) => /^https?:\/\/[^/\s]/i.test(text);

/** Where a refusal belongs: at a field, at the addresses together, or (null) at the form. */
export function placeOf(error: unknown, values?: AddressValues): ChannelField | 'addresses' | null {
  if (!error) return null;
  const { type } = asProblem(error);
  if (type !== 'dialog:bad-address') return places[type] ?? null;
  const wrong = (['baseAddress', 'fileAddress'] as const).find((field) => values?.[field].trim() && !isAddress(values[field].trim()));
  return wrong ?? 'addresses';
}
