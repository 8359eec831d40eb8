/**
 * The pane's first script, loaded last in the page's head: it must never throw, because the page is also the runtime of
 * the functions. For now it only says where Excel is missing; what the pane offers stands in taskpane.html.
 */
const unreachable =
  'Excel\'s own script (Office.js) could not be loaded from appsforoffice.microsoft.com, so the functions and this pane cannot work. ' +
  'Check the internet connection or the proxy, then close this pane and open it again. Nothing in the workbook is changed or lost.';

const elsewhere =
  'This page runs inside Excel. In Excel choose Form 8606 on the Home tab, or type =BASIS. in a cell.';

/** Puts a sentence in the place of the pane's text. */
function sayInstead(sentence: string): void {
  const told = document.getElementById('no-excel');
  const usual = document.getElementById('in-excel');
  if (!told || !usual) return;
  told.textContent = sentence;
  told.hidden = false;
  usual.hidden = true;
}

/** Runs once the page's body is there: this script stands in the head. */
function whenReadable(work: () => void): void {
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', work, { once: true });
  else work();
}

if (typeof Office === 'undefined') {
  whenReadable(() => sayInstead(unreachable));
} else {
  void Office.onReady(({ host }) => {
    if (host !== Office.HostType.Excel) whenReadable(() => sayInstead(elsewhere));
  });
}
