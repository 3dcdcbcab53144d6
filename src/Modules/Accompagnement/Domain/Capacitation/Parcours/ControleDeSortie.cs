namespace FaireAvec.Accompagnement.Domain.Capacitation;

/// <summary>One exit out of ten is looked at by somebody else, or by a test: drawn by the id of the path, so that nobody chooses which.</summary>
internal static class ControleDeSortie
{
    private const int UnSur = 10;

    /// <summary>True for about one path out of ten, always the same ones.</summary>
    public static bool EstTire(Guid parcours)
    {
        Span<byte> octets = stackalloc byte[16];
        parcours.TryWriteBytes(octets);
        return System.Security.Cryptography.SHA256.HashData(octets)[0] % UnSur == 0;
    }
}
