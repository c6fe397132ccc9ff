/*
 * The finder's answers on the page: loads the files of a language, asks while somebody types, prints cards.
 * Words come with the cards (src/wegweiser/cards.py); everything is put in as text, never as HTML.
 *
 * The files of this folder are joined in the order of assetfiles.PARTS and share one scope. This one: elements of a page.
 */

const { settings, kept, today, number, asked, whenAsked, addressWith, pageAt, programmeState, copyButton } = globalThis.WegweiserSite;
const { composed, contacts, duties, resolved } = globalThis.WegweiserAnswers;
const unanswered = globalThis.WegweiserUnanswered;

/** An element with its attributes and children; nothing stands for a child that is left out. */
function make(name, attributes, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes || {})) {
    if (value !== undefined && value !== null && value !== false) element.setAttribute(key, value === true ? "" : value);
  }
  const left = [null, undefined, false, ""];
  element.append(...children.flat(Infinity).filter((child) => !left.includes(child)));
  return element;
}

function fold(title, content) {
  return make("details", { class: "ww-answer__fold" }, make("summary", {}, title), ...content.flat());
}

/** A phone number as view/facts.py prints it: long runs of digits in pairs, which no voice reads as thousands. */
function printed(value) {
  return value.replace(/\d{4,}/g, (digits) => digits.replace(/\B(?=(?:\d\d)+$)/g, "\u00a0"));
}
