/**
 * The direction of a field follows what is in it; empty it keeps the page's, where `auto` would be left to right.
 * Mantine puts a field's own `dir` on its wrapper, hence the attributes.
 */
export const byText = (text: string) => ({ attributes: { input: text ? { dir: 'auto' } : {} } });
