// Which chunk a module goes into. Libraries are one, and what the first pages of a fan share is another: many small files would each wait
// for a turn on the line, and pack worse. All else follows the pages.
import type { GetManualChunk } from "rollup";

const libraries = /node_modules\/(react|react-dom|scheduler|react-router|@tanstack|i18next)\//;
const shared = /\/src\/(ui\/|lib\/|app\/(i18n|PageSkeleton)\.|features\/\w+\/(api|here)\.)|vite\/preload-helper/;
const firstPages = /\/src\/(app\/main|features\/(discover\/Discover|concert\/Concert|tickets\/Tickets)Page)\.tsx$/;

export const chunkOf: GetManualChunk = (id, { getModuleInfo }) => {
  const seen = new Set<string>();
  const servesFirst = (module: string): boolean => {
    if (seen.has(module)) return false;
    seen.add(module);
    return firstPages.test(module) || (getModuleInfo(module)?.importers.some(servesFirst) ?? false);
  };
  if (libraries.test(id)) return "vendor";
  return shared.test(id) && servesFirst(id) ? "kit" : undefined;
};
