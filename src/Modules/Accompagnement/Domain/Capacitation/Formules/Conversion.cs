namespace FaireAvec.Accompagnement.Domain.Capacitation;

/// <summary><c>people who came / people met outside the place</c>, among those met outside. An action whose next weeks aren't known yet is in neither.</summary>
internal static class Conversion
{
    public static Proportion De(int venus, int contactesHorsLieu) => venus >= 0 && venus <= contactesHorsLieu
        ? new(venus, contactesHorsLieu)
        : throw new ArgumentOutOfRangeException(nameof(venus), "Those who came are among those met.");

    public static Proportion De(IEnumerable<EffectifsDEnrolement> actions)
    {
        var (venus, contactes) = (0, 0);
        foreach (var a in actions)
        {
            (venus, contactes) = a is { Venus: { } v, Contactes: { } c } ? (venus + v, contactes + c) : (venus, contactes);
        }

        return De(venus, contactes);
    }
}
