/* Shows the panel while the page of a JumpCloud provider is on show, and takes it away afterwards. */
import { formOf, placeOf } from "./place.js";

const quietly = (what) => {
  try {
    return what();
  } catch (e) {
    console.debug("JumpCloud panel: not shown", e);
    return null;
  }
};

export const watch = (page) => {
  let shown = null;
  let due = false;

  const leave = () => {
    const left = shown;
    shown = null;
    quietly(() => left?.stop.abort());
    quietly(() => left?.root?.remove());
  };

  const show = async (place, form) => {
    const stop = new AbortController();
    const mine = { key: place.key, form, stop, root: null };
    shown = mine;
    try {
      const { open } = await import("./open.js");
      const root = await open({ ...page, place, form, signal: stop.signal });
      if (shown === mine && form.isConnected) {
        mine.root = root;
        form.parentElement.insertBefore(root, form);
      }
    } catch (e) {
      console.debug("JumpCloud panel: not shown", e);
    }
  };

  const look = () => {
    due = false;
    const place = placeOf(window.location.hash);
    const form = place && formOf(document);
    if (!form) {
      leave();
    } else if (shown?.key !== place.key || shown.form !== form || (shown.root && !shown.root.isConnected)) {
      leave();
      void show(place, form);
    }
  };

  // Whatever the console draws in one go is looked at once.
  const later = () => {
    if (!due) {
      due = true;
      requestAnimationFrame(() => quietly(look));
    }
  };

  // The console moves by history.pushState, of which nobody is told; that it draws something can be seen.
  new MutationObserver(later).observe(document.body, { childList: true, subtree: true });
  window.addEventListener("hashchange", later);
  later();
};
