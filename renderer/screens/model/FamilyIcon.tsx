import {
  Activity,
  AlignVerticalDistributeCenter,
  Box,
  Droplets,
  Grid3x3,
  type LucideIcon,
  Rows3,
} from 'lucide-react';

const icons: Readonly<Record<string, LucideIcon>> = {
  linear: Grid3x3,
  activation: Activity,
  normalization: AlignVerticalDistributeCenter,
  regularization: Droplets,
  shape: Rows3,
};

export function FamilyIcon({ family }: { readonly family: string | undefined }) {
  const Icon = icons[family ?? ''] ?? Box;
  return <Icon aria-hidden className="size-4 shrink-0 text-faint" strokeWidth={1.75} />;
}
