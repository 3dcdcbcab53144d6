using FaireAvec.Comptes.Domain;
using FaireAvec.Kernel.Securite;

namespace FaireAvec.Tests.Unit.Comptes.Membres;

public sealed class ATraiterTests
{
    private static readonly DateOnly Aujourdhui = new(2026, 11, 26);
    private static readonly DateTimeOffset Maintenant = new(2026, 11, 26, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(-1, null)]
    [InlineData(0, 30)]
    [InlineData(30, 30)]
    [InlineData(31, 60)]
    [InlineData(60, 60)]
    [InlineData(90, 90)]
    [InlineData(91, null)]
    public void Une_fin_se_dit_a_90_60_et_30_jours(int dans, int? palier) => Assert.Equal(palier, RoleQuiFinit.Palier(Aujourdhui.AddDays(dans), Aujourdhui));

    [Fact]
    public void Une_invitation_attend_apres_trois_jours_et_se_dit_encore_quand_elle_est_finie()
    {
        var invitation = De(Maintenant.AddDays(-3));
        Assert.Null(InvitationSansReponse.Depuis(invitation, Maintenant));
        Assert.Equal(invitation.CreeeLe, InvitationSansReponse.Depuis(invitation, Maintenant.AddSeconds(1)));
        Assert.Equal(invitation.ExpireLe, InvitationSansReponse.Depuis(invitation, Maintenant.AddDays(30)));
        invitation.Annuler(Maintenant);
        Assert.Null(InvitationSansReponse.Depuis(invitation, Maintenant.AddDays(30)));
    }

    private static Invitation De(DateTimeOffset creee) => new()
    {
        Id = Guid.CreateVersion7(),
        Organisation = Guid.CreateVersion7(),
        Role = Role.Mediateur,
        Courriel = "invitee@example.org",
        CleDuCourriel = "invitee@example.org",
        InviteePar = Guid.CreateVersion7(),
        CreeeLe = creee,
        ExpireLe = creee.AddDays(7),
    };
}
