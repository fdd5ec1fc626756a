// The page's own use of the widget's script API.
const calls = (window.Dialog = window.Dialog || []);
const sides = [...document.querySelectorAll('[data-bot].side')];

// Narrower than this, two open panels would lie on top of each other.
const both = matchMedia('(min-width: 820px)');

for (const side of sides) {
  const key = side.dataset.bot;
  for (const button of side.querySelectorAll('button')) {
    button.addEventListener('click', () => window.Dialog.push((dialog) => dialog.bot(key).sendMessage(button.textContent)));
  }
  calls.push((dialog) =>
    dialog.bot(key).on('open', () => {
      if (both.matches) return;
      for (const other of sides) if (other !== side) dialog.bot(other.dataset.bot).close();
    }),
  );
}
