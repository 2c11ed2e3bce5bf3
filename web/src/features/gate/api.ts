import { queryOptions } from "@tanstack/react-query";
import { read, users } from "../../lib/api.ts";
import { keepDevice, keptDevice, type EnrolledDevice } from "./device_key.ts";

/** null: this telephone is no gate device. */
export const deviceQuery = queryOptions({ queryKey: ["gate-device"], queryFn: async () => (await keptDevice()) ?? null, staleTime: Infinity, retry: false });

/** This browser keeps nothing (a private window), and a code that was used up would be lost. */
export class NoPlaceForKey extends Error {}

export async function enrol(code: string): Promise<EnrolledDevice> {
  await keptDevice().catch(() => {
    throw new NoPlaceForKey();
  });
  const device = await read(users.POST("/api/gate-devices", { body: { code } }));
  await keepDevice(device);
  return device;
}
