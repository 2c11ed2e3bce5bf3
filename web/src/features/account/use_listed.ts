import { useEffect, useState } from "react";
import file from "../../../../services/user/domain/common_passwords.bin?url";
import { commonPasswordsAt } from "./common_passwords.ts";
import { lookUps } from "./strength.ts";

const common = commonPasswordsAt(file);
const pauseMs = 250; // while somebody types, nothing is asked

/** Whether the list of common passwords has it; false until that is known, and when it cannot be known. */
export function useListed(password: string, wanted: boolean): boolean {
  const [listed, setListed] = useState<string>();
  useEffect(() => {
    if (!wanted) return;
    const ending = new AbortController();
    const look = async () => {
      for (const text of lookUps(password)) if (await common.has(text, ending.signal)) return setListed(password);
    };
    const timer = setTimeout(() => void look().catch(() => undefined), pauseMs); // offline, or no HTTPS: the server will tell
    return () => {
      clearTimeout(timer);
      ending.abort();
    };
  }, [password, wanted]);
  return listed === password;
}
