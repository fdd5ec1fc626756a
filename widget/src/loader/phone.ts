/** Where the panel covers the whole screen. The same condition stands in shell.css. */
const phone = '(max-width: 480px), (max-height: 480px)';

/**
 * On a phone the open panel covers what is really visible: above the keyboard, below the address bar. The page
 * behind it keeps still. Returns how to undo that.
 */
export function fitPhone(panel: HTMLElement): () => void {
  const query = matchMedia(phone);
  const page = document.documentElement.style;
  const viewport = window.visualViewport;
  const overflow = page.overflow;
  const fit = () => {
    page.overflow = query.matches ? 'hidden' : overflow;
    panel.style.height = query.matches && viewport ? `${viewport.height}px` : '';
    panel.style.top = query.matches && viewport ? `${viewport.offsetTop}px` : '';
  };
  fit();
  query.addEventListener('change', fit);
  viewport?.addEventListener('resize', fit);
  viewport?.addEventListener('scroll', fit);
  return () => {
    query.removeEventListener('change', fit);
    viewport?.removeEventListener('resize', fit);
    viewport?.removeEventListener('scroll', fit);
    page.overflow = overflow;
  };
}
