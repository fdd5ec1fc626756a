export interface Piece {
  text: string;
  href?: string;
}

const candidate = /(?:https?:\/\/|www\.)[^\s<>"«»]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+/giu;
const trailing = /[.,;:!?'’)\]}،؛؟…]+$/u;

/** Splits a text into plain pieces and links. Only http, https and mailto ever become links. */
export function findLinks(text: string): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const { 0: found, index } of text.matchAll(candidate)) {
    const link = trim(found);
    const href = address(link);
    if (!href) continue;
    if (index > from) pieces.push({ text: text.slice(from, index) });
    pieces.push({ text: link, href });
    from = index + link.length;
  }
  if (from < text.length) pieces.push({ text: text.slice(from) });
  return pieces;
}

/** A sentence's full stop or bracket after a link is not part of it, unless the bracket was opened inside. */
function trim(found: string): string {
  const end = trailing.exec(found);
  if (!end) return found;
  const closing = end[0].startsWith(')') && found.slice(0, end.index).includes('(') ? 1 : 0;
  return found.slice(0, end.index + closing);
}

function address(link: string): string | null {
  if (link.includes('@') && !/^(https?:|www\.)/i.test(link)) return `mailto:${link}`;
  try {
    const url = new URL(/^www\./i.test(link) ? `https://${link}` : link);
    return url.hostname.includes('.') || url.hostname === 'localhost' ? url.href : null;
  } catch {
    return null;
  }
}
