namespace Dialog.Faults.Chatting;

/// <summary>Chance that is the same in every run: splitmix64 (Steele, Lea and Flood, 2014).</summary>
internal sealed class Dice(ulong seed)
{
    private ulong _state = seed;

    /// <summary>A number from the first to just below the second.</summary>
    public int Between(int from, int below) => from + (int)(Next() % (ulong)(below - from));

    /// <summary>A number between the two, small ones as likely as large ones.</summary>
    public int AnySizeBetween(int from, int below) =>
        (int)(from * Math.Pow((double)below / from, (Next() >> 11) / (double)(1UL << 53)));

    private ulong Next()
    {
        var mixed = _state += 0x9E3779B97F4A7C15;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}
