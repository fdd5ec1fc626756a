import { productBase } from '../base';
import { signInGate } from '../session/gate';
import { currentLanguage } from '../i18n/language';
import { Api } from './api';
import { Http } from './http';

export const api = new Api(new Http({
  base: productBase,
  language: currentLanguage,
  signInAgain: () => signInGate.request(),
}));
