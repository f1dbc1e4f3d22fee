import { Tooltip as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { shareEscape } from './useEscape.ts';

interface TooltipProps {
  /** Nothing is shown for an empty text. */
  readonly text: ReactNode;
  readonly side?: 'top' | 'right' | 'bottom' | 'left';
  /** There is nothing to explain now. Unlike an empty text, it may change while the child has the focus. */
  readonly isQuiet?: boolean;
  readonly children: ReactNode;
}

/**
 * Gone as soon as the pointer leaves what it explains: on its way over a tooltip that hangs below two
 * neighbours, the second would not be explained.
 */
export function Tooltip({ text, side = 'top', isQuiet = false, children }: TooltipProps) {
  if (!text) return children;
  return (
    <Radix.Root disableHoverableContent>
      <Radix.Trigger asChild>{children}</Radix.Trigger>
      {isQuiet ? null : (
        <Radix.Portal>
          <Radix.Content
            side={side}
            sideOffset={6}
            collisionPadding={8}
            onEscapeKeyDown={shareEscape}
            className="float-in z-50 max-w-72 rounded-md bg-ink px-2 py-1 text-xs text-surface shadow-float"
          >
            {text}
          </Radix.Content>
        </Radix.Portal>
      )}
    </Radix.Root>
  );
}
