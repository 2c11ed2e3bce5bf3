import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "../../lib/words.ts";
import { Button } from "../../ui/Button.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { ProblemNotice } from "../../ui/ProblemNotice.tsx";
import { addToWallet, type Ticket } from "./api.ts";
import { walletsFor, type Wallet } from "./wallets.ts";

const names: Record<Wallet, string> = { apple: "Apple Wallet", google: "Google Wallet" };

/** Into the wallet of the phone, where the site has a key for it. */
export function WalletButtons({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation();
  const add = useMutation({ mutationFn: (wallet: Wallet) => addToWallet(wallet, ticket.id) });
  return (
    <>
      {walletsFor(ticket.wallets ?? [], navigator.userAgent).map((wallet) => (
        <Button key={wallet} look="plain" className="px-2" aria-label={t(`wallet.${wallet}`)} busy={add.isPending && add.variables === wallet} onClick={() => add.mutate(wallet)}>
          <Icon name="plus" className="size-5 shrink-0" />
          {names[wallet]}
        </Button>
      ))}
      <ProblemNotice error={add.error} className="col-span-2" />
    </>
  );
}
