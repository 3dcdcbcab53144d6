namespace FaireAvec.Accompagnement.Domain.Capacitation;

/// <summary><c>people who came / people met outside the place</c>, among those met outside.</summary>
internal static class Conversion
{
    public static Proportion De(int venus, int contactesHorsLieu) => venus >= 0 && venus <= contactesHorsLieu
        ? new(venus, contactesHorsLieu)
        : throw new ArgumentOutOfRangeException(nameof(venus), "Those who came are among those met.");
}
