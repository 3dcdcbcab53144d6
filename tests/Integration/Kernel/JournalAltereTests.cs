using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Journal;
using FaireAvec.Kernel.Temps;
using FaireAvec.Tests.Support;
using FaireAvec.Tests.Support.Postgres;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Tests.Integration.Kernel;

/// <summary>What somebody who has the owner's rights changes in the journal is seen by its verification.</summary>
public sealed class JournalAltereTests(JournalRempli rempli) : IClassFixture<JournalRempli>
{
    [Theory]
    [InlineData("UPDATE noyau.journal SET acteur = 'un autre' WHERE rang = 2", "L’entrée de rang 2 ")]
    [InlineData("UPDATE noyau.journal SET processus = 'ailleurs' WHERE rang = 2", "L’entrée de rang 2 ")]
    [InlineData("UPDATE noyau.journal SET motif = '' WHERE rang = 2", "L’entrée de rang 2 ")]
    [InlineData("UPDATE noyau.journal SET action = 'rien' WHERE rang = 3", "L’entrée de rang 3 ")]
    [InlineData("UPDATE noyau.journal SET entite = 'autre.Chose' WHERE rang = 1", "L’entrée de rang 1 ")]
    [InlineData("UPDATE noyau.journal SET entite_id = 'autre' WHERE rang = 1", "L’entrée de rang 1 ")]
    [InlineData("UPDATE noyau.journal SET avant = NULL WHERE rang = 2", "L’entrée de rang 2 ")]
    [InlineData("UPDATE noyau.journal SET apres = replace(apres, '2', '20') WHERE rang = 2", "L’entrée de rang 2 ")]
    [InlineData("UPDATE noyau.journal SET personne = NULL WHERE rang = 2", "L’entrée de rang 2 ")]
    [InlineData("UPDATE noyau.journal SET chiffre = set_byte(chiffre, 0, (get_byte(chiffre, 0) + 1) % 256) WHERE rang = 2", "L’entrée de rang 2 ")]
    [InlineData("UPDATE noyau.journal SET chiffre = NULL WHERE rang = 2", "L’entrée de rang 2 ")]
    [InlineData("UPDATE noyau.journal SET instant = instant - interval '1 microsecond' WHERE rang = 2", "L’entrée de rang 2 ")]
    [InlineData("UPDATE noyau.journal SET id = gen_random_uuid() WHERE rang = 2", "L’entrée de rang 2 ")]
    [InlineData("UPDATE noyau.journal SET empreinte = sha256('x') WHERE rang = 4", "L’entrée de rang 4 ")]
    [InlineData("DELETE FROM noyau.journal WHERE rang = 1", "L’entrée de rang 1 manque")]
    [InlineData("DELETE FROM noyau.journal WHERE rang = 3", "L’entrée de rang 3 manque")]
    [InlineData("DELETE FROM noyau.journal WHERE rang = 5", "La fin de la chaîne manque : 5 entrées attendues, 4 lues")]
    [InlineData("DELETE FROM noyau.journal", "Les 5 entrées de cette chaîne ont disparu")]
    [InlineData("DELETE FROM noyau.journal_chaines", "Cette chaîne n’a pas de tête")]
    [InlineData("UPDATE noyau.journal_chaines SET rang = 4", "La fin de la chaîne manque")]
    [InlineData("INSERT INTO noyau.journal SELECT gen_random_uuid(), jour, chaine, 6, instant, acteur, processus, motif, action, entite, entite_id, avant, apres, personne, chiffre, empreinte FROM noyau.journal WHERE rang = 5", "L’entrée de rang 6 ")]
    [InlineData("UPDATE noyau.journal SET rang = CASE rang WHEN 2 THEN 30 WHEN 3 THEN 20 END WHERE rang IN (2, 3); UPDATE noyau.journal SET rang = rang / 10 WHERE rang > 9", "L’entrée de rang 2 ")]
    [InlineData("UPDATE noyau.journal a SET (acteur, apres) = (SELECT b.acteur, b.apres FROM noyau.journal b WHERE b.rang = 5 - a.rang) WHERE rang IN (2, 3)", "L’entrée de rang 2 ")]
    [InlineData("UPDATE noyau.journal SET jour = jour - 1 WHERE rang = 5", "L’entrée de rang 1 manque")]
    public async Task Une_alteration_avec_les_droits_du_proprietaire_se_voit(string sql, string defaut)
    {
        await rempli.RetablirAsync();
        Assert.All(await rempli.VerifierAsync(), c => Assert.Null(c.Defaut));

        await rempli.Base.ExecuterAsync(sql);

        Assert.Contains(await rempli.VerifierAsync(), c => c.Defaut?.StartsWith(defaut, StringComparison.Ordinal) == true);
    }

    /// <summary>Any edit of any column of any entry is seen, and undoing it makes the journal whole again.</summary>
    [Fact]
    public async Task Une_modification_au_hasard_se_voit_toujours()
    {
        const int Graine = 20261118;
        await rempli.RetablirAsync();
        var hasard = new Random(Graine);
        string[] colonnes = ["acteur", "processus", "motif", "action", "entite", "entite_id", "avant", "apres"];
        for (var i = 0; i < 60; i++)
        {
            var colonne = colonnes[hasard.Next(colonnes.Length)];
            var ids = await rempli.Base.ListerAsync<Guid>("SELECT id FROM noyau.journal ORDER BY id");
            var id = ids[hasard.Next(ids.Count)];
            var ancienne = await rempli.Base.LireAsync<string>($"SELECT {colonne} FROM noyau.journal WHERE id = $1", id);
            var nouvelle = Muter(ancienne, colonne is "motif" or "avant" or "apres", hasard);

            await rempli.Base.ExecuterAsync($"UPDATE noyau.journal SET {colonne} = $1 WHERE id = $2", (object?)nouvelle ?? DBNull.Value, id);
            Assert.True((await rempli.VerifierAsync()).Any(c => c.Defaut is not null) == (nouvelle != ancienne), $"Seed {Graine}, edit {i}: {colonne} « {ancienne} » → « {nouvelle} »");

            await rempli.Base.ExecuterAsync($"UPDATE noyau.journal SET {colonne} = $1 WHERE id = $2", (object?)ancienne ?? DBNull.Value, id);
        }

        Assert.All(await rempli.VerifierAsync(), c => Assert.Null(c.Defaut));
    }

    private static string? Muter(string? texte, bool facultative, Random hasard)
    {
        if (texte is null)
        {
            // Null and the empty text are two different things.
            return hasard.Next(3) switch { 0 => null, 1 => "", _ => "N;" };
        }

        return hasard.Next(5) switch
        {
            0 => facultative ? null : "",
            1 => texte + " ",
            2 => texte.Length > 0 ? texte[..^1] : ";",
            3 => texte.Length > 0 ? texte.Remove(hasard.Next(texte.Length), 1) : "4:",
            _ => texte.Insert(hasard.Next(texte.Length + 1), "é"),
        };
    }
}

/// <summary>Five entries on one chain, put back as they were before each case.</summary>
public sealed class JournalRempli : IAsyncLifetime
{
    private NoyauDeTest _noyau = null!;

    public BaseDeTest Base => _noyau.Base;

    public async ValueTask InitializeAsync()
    {
        _noyau = await NoyauDeTest.DemarrerAsync();
        await EcrireAsync(_noyau);
        await Base.ExecuterAsync("CREATE TABLE entrees AS SELECT * FROM noyau.journal; CREATE TABLE tetes AS SELECT * FROM noyau.journal_chaines");
    }

    public Task RetablirAsync() => Base.ExecuterAsync("TRUNCATE noyau.journal, noyau.journal_chaines; INSERT INTO noyau.journal SELECT * FROM entrees; INSERT INTO noyau.journal_chaines SELECT * FROM tetes");

    internal Task<List<ConstatJournal>> VerifierAsync() => _noyau.DansAsync(s => s.GetRequiredService<VerificationJournal>().VerifierAsync().ToListAsync().AsTask());

    public ValueTask DisposeAsync() => _noyau.DisposeAsync();

    /// <summary>Five entries on one chain, with everything an entry may hold.</summary>
    private static async Task EcrireAsync(NoyauDeTest noyau)
    {
        var personne = Identifiants.Nouveau(noyau.Horloge);
        for (var i = 1; i <= 5; i++)
        {
            var rang = i;
            await noyau.DansAsync(async s =>
            {
                s.GetRequiredService<ContexteEcriture>().Acteur = $"compte:{rang}";
                var db = s.GetRequiredService<FaireAvecDb>();
                db.Journaliser(new EntreeJournal("essai", "test.Chose", "la même", $"{{\"n\":{rang - 1}}}", $"{{\"n\":{rang}}}", personne, "{\"nom\":\"Durand\"}"));
                return await db.SaveChangesAsync();
            });
            noyau.Horloge.Avancer(TimeSpan.FromSeconds(1));
        }
    }
}
