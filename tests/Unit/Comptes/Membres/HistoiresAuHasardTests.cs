using FaireAvec.Comptes.Domain;
using FaireAvec.Kernel.Securite;
using FsCheck;
using FsCheck.Fluent;

namespace FaireAvec.Tests.Unit.Comptes.Membres;

/// <summary>
/// 10 000 histories at random: roles given, ended and transferred at random instants keep their rules, and « who had access on day D » is what a slow
/// reference says, which replays the acts one by one and looks after each.
/// </summary>
public class HistoiresAuHasardTests
{
    private const int Jours = 30;

    private static readonly Config DixMille = Config.QuickThrowOnFailure.WithMaxTest(10_000);
    private static readonly DateTimeOffset Origine = new(2026, 3, 14, 23, 0, 0, TimeSpan.Zero);
    private static readonly Guid[] Organisations = [.. Enumerable.Range(1, 3).Select(i => new Guid($"01a21000-0000-7000-8000-{i:000000000000}"))];
    private static readonly Guid[] Personnes = [.. Enumerable.Range(1, 3).Select(i => new Guid($"01a21000-0000-7000-a000-{i:000000000000}"))];
    private static readonly Role[] Roles = [Role.Mediateur, Role.Referent, Role.GestionnaireStructure, Role.Instructeur, Role.Payeur, Role.Controleur];

    /// <summary>An act as drawn: what, after how many minutes, on whom.</summary>
    public sealed record Acte(int Genre, int Minutes, int Personne, int Organisation, int Role, int Vers);

    [Fact]
    public void Aucun_chevauchement_et_la_meme_reponse_qu_en_rejouant_tout()
    {
        var acte = from genre in Gen.Choose(0, 4)
                   from minutes in Gen.Frequency((1, Gen.Constant(0)), (4, Gen.Choose(1, 3 * 24 * 60)))
                   from personne in Gen.Choose(0, 2)
                   from organisation in Gen.Choose(0, 2)
                   from role in Gen.Choose(0, Roles.Length - 1)
                   from vers in Gen.Choose(0, 2)
                   select new Acte(genre, minutes, personne, organisation, role, vers);
        Prop.ForAll(acte.ListOf().Select(l => l.Take(25).ToArray()).ToArbitrary(), Verifier).Check(DixMille);
    }

    private static bool Verifier(Acte[] actes)
    {
        var histoires = Personnes.ToDictionary(p => p, _ => new HistoireDesRoles([]));
        // The reference: after each act, who holds what from that instant.
        var tenus = new HashSet<(Guid Personne, Guid Organisation, Role Role)>();
        var releves = new List<(DateTimeOffset Depuis, HashSet<(Guid, Guid, Role)> Tenus)> { (DateTimeOffset.MinValue, []) };
        var (instant, numero) = (Origine, 0);
        foreach (var a in actes)
        {
            instant = instant.AddMinutes(a.Minutes);
            var (personne, organisation, role, vers) = (Personnes[a.Personne], Organisations[a.Organisation], Roles[a.Role], Organisations[a.Vers]);
            var histoire = histoires[personne];
            Guid Id() => new($"01a21000-0000-7000-9000-{++numero:000000000000}");
            var ligne = histoire.Lignes.LastOrDefault(l => l.Organisation == organisation && l.Role == role);
            bool fait;
            switch (a.Genre)
            {
                case 0 or 1:
                    fait = histoire.Donner(Id(), new RoleDemande(personne, organisation, role, [], null), instant).Reussi;
                    Assert.Equal(Possible(tenus, personne, organisation, role), fait);
                    _ = fait && tenus.Add((personne, organisation, role));
                    break;
                case 2 or 3 when ligne is not null:
                    fait = histoire.Terminer(ligne.Id, instant, null).Reussi;
                    Assert.Equal(tenus.Remove((personne, organisation, role)), fait);
                    break;
                case 4 when ligne is not null:
                    var tenu = tenus.Contains((personne, organisation, role));
                    var sans = tenus.Where(t => t != (personne, organisation, role)).ToHashSet();
                    fait = histoire.Transferer(ligne.Id, Id(), vers, null, instant, null).Reussi;
                    Assert.Equal(tenu && vers != organisation && Possible(sans, personne, vers, role), fait);
                    if (fait)
                    {
                        sans.Add((personne, vers, role));
                        tenus = sans;
                    }

                    break;
            }

            releves.Add((instant, [.. tenus]));
        }

        var lignes = histoires.Values.SelectMany(h => h.Lignes).ToList();
        SansChevauchement(lignes);
        for (var jour = -1; jour <= Jours; jour++)
        {
            var (debut, fin) = (Origine.AddDays(jour), Origine.AddDays(jour + 1));
            var reponse = HistoireDesRoles.Pendant(lignes, debut, fin).Select(l => (l.Compte, l.Organisation, l.Role)).ToHashSet();
            Assert.Equal(Reference(releves, debut, fin).Order(), reponse.Order());
        }

        return true;
    }

    // Held at one instant at least of the day: what was so when it began, and after each act within it, as long as it lasted.
    private static HashSet<(Guid, Guid, Role)> Reference(List<(DateTimeOffset Depuis, HashSet<(Guid, Guid, Role)> Tenus)> releves, DateTimeOffset debut, DateTimeOffset fin)
    {
        var reponse = new HashSet<(Guid, Guid, Role)>();
        for (var i = 0; i < releves.Count; i++)
        {
            var jusqua = i + 1 < releves.Count ? releves[i + 1].Depuis : DateTimeOffset.MaxValue;
            if (releves[i].Depuis < jusqua && releves[i].Depuis < fin && jusqua > debut)
            {
                reponse.UnionWith(releves[i].Tenus);
            }
        }

        return reponse;
    }

    private static bool Possible(IEnumerable<(Guid Personne, Guid Organisation, Role Role)> tenus, Guid personne, Guid organisation, Role role) =>
        tenus.Where(t => t.Personne == personne).All(t =>
            (t.Organisation, t.Role) != (organisation, role)
            && !RolesIncompatibles.Table.Any(p => ((p.Un == role && p.Autre == t.Role) || (p.Autre == role && p.Un == t.Role)) && (p.Etendue == Etendue.Partout || t.Organisation == organisation)));

    private static void SansChevauchement(List<Appartenance> lignes)
    {
        for (var i = 0; i < lignes.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                var (a, b) = (lignes[i], lignes[j]);
                var memes = (a.Compte, a.Organisation, a.Role) == (b.Compte, b.Organisation, b.Role);
                var (finA, finB) = (a.Fin ?? DateTimeOffset.MaxValue, b.Fin ?? DateTimeOffset.MaxValue);
                // Empty ones overlap nothing, as in the database.
                Assert.False(memes && a.Debut < finA && b.Debut < finB && a.Debut < finB && b.Debut < finA);
            }
        }
    }
}
