/** What build.mjs makes of a folder of folders. */
declare module "virtual:question-types" {
  const types: Record<string, import("../question/types.ts").QuestionType>;
  export default types;
}

declare module "virtual:widgets" {
  const widgets: Record<string, { initialize: () => { mount: import("./runtime.ts").Mount } }>;
  export default widgets;
}

declare module "*.css";
