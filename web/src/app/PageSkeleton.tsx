import { Skeleton } from "../ui/Skeleton.tsx";

export function PageSkeleton() {
  return (
    <div className="page flex flex-col gap-4 py-8">
      <Skeleton className="h-12 w-2/3" />
      <Skeleton className="h-5 w-1/2" />
      <Skeleton className="h-64 w-full" />
    </div>
  );
}
