/** A scale or a poll: native radios, side by side where a scale has the room. */
import { uid } from "../../../_shared/dom.ts";
import type { QuestionType } from "../../types.ts";
import { optionList } from "../options.ts";
import { mark, type ScaleItem } from "./marking.ts";
import bn from "./strings/bn.json";
import en from "./strings/en.json";
import "./style.css";

const type: QuestionType<ScaleItem> = {
  mark,
  words: { en, bn },
  body(context) {
    const chosen = (value: unknown) => (typeof value === "string" ? [value] : []);
    const list = optionList(context, "radio", uid("scale"), chosen, []);
    if (context.item.layout === "row") list.el.classList.add("kp-scale");
    return list;
  },
};

export default type;
