import {
  Activity,
  AlignVerticalDistributeCenter,
  Box,
  CaseSensitive,
  Droplets,
  Grid3x3,
  Group,
  type LucideIcon,
  Rows3,
  ScanSearch,
  Shrink,
} from 'lucide-react';

const icons: Readonly<Record<string, LucideIcon>> = {
  linear: Grid3x3,
  activation: Activity,
  normalization: AlignVerticalDistributeCenter,
  regularization: Droplets,
  shape: Rows3,
  convolution: ScanSearch,
  pooling: Shrink,
  embedding: CaseSensitive,
  block: Group,
};

export function FamilyIcon({ family }: { readonly family: string | undefined }) {
  const Icon = icons[family ?? ''] ?? Box;
  return <Icon aria-hidden className="size-4 shrink-0 text-faint" strokeWidth={1.75} />;
}
