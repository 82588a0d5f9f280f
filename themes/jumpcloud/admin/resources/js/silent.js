/* Where a sign-in without anybody at the keyboard leads: back to the console, with a code or an error. */
import { h } from "./dom.js";

const LIMIT_MILLIS = 15_000;

/* Where the console and the sign-in page have one host a call can go the way itself. */
const byCall = async (fetchOfPage, url) => new URL((await fetchOfPage(url)).url);

/*
 * Where the console has a host of its own (hostname-admin) only a page can, as the cookies of the other host go with it. No script runs in it, the
 * console's own neither. Where the browser keeps such cookies back it is a sign-in of nobody.
 */
const byFrame = (url) =>
  new Promise((resolve, reject) => {
    const frame = h("iframe", { src: url, sandbox: "allow-same-origin", hidden: true, "aria-hidden": "true" });
    const end = (settle) => {
      clearTimeout(timer);
      frame.remove();
      settle();
    };
    const timer = setTimeout(() => end(() => reject(new Error("No answer"))), LIMIT_MILLIS);
    frame.addEventListener("load", () => {
      try {
        const back = new URL(frame.contentWindow.location.href);
        end(() => resolve(back));
      } catch (e) {
        end(() => reject(e));
      }
    });
    document.body.append(frame);
  });

/* Gives the address at which it ends. */
export const silently = (fetchOfPage, url) =>
  new URL(url).origin === window.location.origin ? byCall(fetchOfPage, url) : byFrame(url);
