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
function offline(made: ReturnType<typeof createDOMPurify>): ReturnType<typeof createDOMPurify> {
  made.addHook("uponSanitizeAttribute", (_node, data) => {
    if (data.attrName === "src" && !data.attrValue.startsWith("data:")) data.keepAttr = false;
  });
  return made;
}

/** A fragment that is safe to insert. */
export function safe(html: string): DocumentFragment {
  purify ??= offline(createDOMPurify(window));
  return purify.sanitize(html, CONFIG) as unknown as DocumentFragment;
}
