import { useEffect, useState } from "react";

const pauseMs = 300; // after the last key

/** What was typed, once nobody types any more. */
export function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const due = setTimeout(() => setSettled(text), pauseMs);
    return () => clearTimeout(due);
  }, [text]);
  return settled;
}
