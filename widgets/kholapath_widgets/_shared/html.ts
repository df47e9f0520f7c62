/** HTML from an item's view form: rendered by Python, and sanitised again here, for a notebook's
 * saved state can be anybody's. */
import createDOMPurify, { type Config } from "dompurify";

const CONFIG: Config = {
  USE_PROFILES: { html: true, mathMl: true },
  FORBID_TAGS: [
    "style",
    "form",
    "input",
    "button",
    "textarea",
    "select",
    "dialog",
    "video",
    "audio",
  ],
  FORBID_ATTR: ["style", "id", "name", "srcset", "background"],
  ALLOW_DATA_ATTR: false,
  ALLOWED_URI_REGEXP: /^(?:https?:|mailto:|#|data:image\/(?:png|jpeg|gif|webp);)/i,
  RETURN_DOM_FRAGMENT: true,
};

let purify: ReturnType<typeof createDOMPurify> | undefined;

/** A picture must be in the text itself: showing a lesson asks nobody for anything. */
function offline(): ReturnType<typeof createDOMPurify> {
  const made = createDOMPurify(window);
  made.setConfig(CONFIG); // once: given with each text, it is worked out anew each time
  made.addHook("uponSanitizeAttribute", (_node, data) => {
    if (data.attrName === "src" && !data.attrValue.startsWith("data:")) data.keepAttr = false;
  });
  return made;
}

/** A fragment that is safe to insert. */
export function safe(html: string): DocumentFragment {
  if (!/[<&]/.test(html)) {
    const words = document.createDocumentFragment();
    words.append(html); // as text: there is no markup to parse
    return words;
  }
  purify ??= offline();
  return purify.sanitize(html) as unknown as DocumentFragment;
}
