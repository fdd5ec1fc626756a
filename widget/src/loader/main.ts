import { createApi, type DialogApi } from './api';
import { ownScript, readSettings } from './script';

declare global {
  interface Window {
    /** Before this script has run, a plain array of functions to call once it has. */
    Dialog?: DialogApi | ((api: DialogApi) => void)[];
  }
}

// A second tag of this script, for another bot, joins what the first has set up.
const found = window.Dialog;
const api = found && 'bot' in found ? found : (window.Dialog = createApi());

const script = ownScript();
if (script) {
  const settings = readSettings(script);
  if (settings) api.mount(settings);
}
if (Array.isArray(found)) for (const call of found) api.push(call);
