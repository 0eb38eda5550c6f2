/** F6: the focus goes to the next part of the window that is marked as one. */
export function goToPane(by: 1 | -1): void {
  const panes = [...document.querySelectorAll<HTMLElement>('[data-pane]')].filter((pane) => pane.checkVisibility());
  const at = panes.findLastIndex((pane) => pane.contains(document.activeElement));
  const next = panes[(at + by + panes.length) % panes.length];
  const inside = next?.querySelector<HTMLElement>('input:not([hidden]), [role="row"][tabindex="0"], button:not([tabindex="-1"])');
  (inside ?? next)?.focus();
}
