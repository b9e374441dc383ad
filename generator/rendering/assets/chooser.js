/**
 * Two selects that lead to a page: the first says which of the others is shown, that one where to go. A choice of the
 * second stays where the first is changed and the other has it too.
 */

/**
 * Set a form to work.
 * @param {HTMLFormElement} form
 */
export function begin(form) {
  const first = form.elements.first;
  const others = [...form.querySelectorAll('[name="second"]')];
  let shown = others[first.selectedIndex];

  const show = () => {
    const wanted = shown.selectedOptions[0]?.text;
    shown = others[first.selectedIndex];
    const same = [...shown.options].find(({ text }) => text === wanted);
    if (same) same.selected = true;
    for (const other of others) other.parentElement.hidden = other !== shown;
  };

  show();
  form.hidden = false;
  first.addEventListener("change", show);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    location.assign(shown.value);
  });
}
