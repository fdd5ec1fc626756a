/** Where the console itself is mounted, e.g. `/support/console/`; the server writes it into `<base href>`. */
export const consoleBase = new URL('.', document.baseURI);

/** Where the product is mounted, e.g. `/support/`: the API, the hubs and the widget live below it. */
export const productBase = new URL('../', consoleBase);

export const basename = consoleBase.pathname.replace(/\/+$/, '') || '/';
