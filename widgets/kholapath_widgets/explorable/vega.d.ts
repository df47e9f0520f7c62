/** Vega exports this too; its own types forgot it. */
import "vega";

declare module "vega" {
  export function locale(
    number: Record<string, unknown>,
    time: Record<string, unknown>,
  ): { format(specifier: string): (x: number) => string };
}
