import { describe, expect, it } from 'vitest';
import { Problem } from '../src/api/problem';
import { addressesOf, changedAddresses, givenAddresses, placeOf } from '../src/messengers/channelForm';
import { channel } from './messengers.data';

const nothing = addressesOf();
const refused = (type: string) => new Problem({ type, title: type });

describe('the addresses of a messenger', () => {
  it('are sent for connecting where they were filled in', () => {
    expect(givenAddresses({ ...nothing, proxy: ' socks5://10.0.0.1:1080 ' })).toEqual({ proxy: 'socks5://10.0.0.1:1080' });
  });

  it('are sent for a change where they differ; emptied they are cleared', () => {
    const connected = channel({ baseAddress: 'https://api.example.org', hasProxy: true });
    expect(changedAddresses(connected, addressesOf(connected))).toEqual({});
    expect(changedAddresses(connected, { ...nothing, fileAddress: 'https://files.example.org' }))
      .toEqual({ baseAddress: '', fileAddress: 'https://files.example.org' });
  });
});

describe('a refusal', () => {
  it('belongs to the token, to the addresses, or to the form', () => {
    expect(['dialog:bad-token', 'dialog:bad-proxy', 'dialog:messenger-unreachable', 'dialog:one-of-each'].map((type) => placeOf(refused(type))))
      .toEqual(['token', 'proxy', 'addresses', null]);
    expect(placeOf(null)).toBeNull();
  });

  it('of an address belongs to the one that is none', () => {
    const of = (values: Partial<typeof nothing>) => placeOf(refused('dialog:bad-address'), { ...nothing, ...values });
    expect(of({ baseAddress: 'https://api.example.org', fileAddress: 'files' })).toBe('fileAddress');
    expect(of({ baseAddress: 'ftp://api.example.org' })).toBe('baseAddress');
    expect(of({ baseAddress: 'https://api.example.org' })).toBe('addresses');
  });
});
