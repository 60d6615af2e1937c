export async function hook(): Promise<boolean> {
  return false;
}
